package io.receivables.core;

import java.util.List;

/** A way of counting that users of the field may choose differently; results name the one that they used. */
public interface Convention {
    /** The pinned name, such as {@code due-date}. */
    String canonicalName();

    /** Other names that the field uses for it, English and French. */
    List<String> aliases();

    /** Where it is defined or described. */
    String citation();
}
