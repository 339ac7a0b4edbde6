/**
 * JSON of the domain model through Jackson 2 and Jackson 3, side by side; {@link io.receivables.jackson} describes the
 * format. Both databinds are optional: an application brings the one it uses, or both. So is dunning, whose policies and
 * events are read and written where its module is at hand.
 *
 * <p>The Jackson modules are found through {@code META-INF/services}, which the Java platform reads on the class path
 * only. An application on the module path registers {@code new ReceivablesModule()} by hand: a {@code provides} of a
 * service whose library may be missing would keep such an application from starting.
 */
module io.receivables.jackson {
    requires transitive io.receivables.core;
    requires static transitive org.jspecify;
    requires static io.receivables.dunning;
    requires static com.fasterxml.jackson.databind;
    requires static tools.jackson.databind;

    exports io.receivables.jackson;
    exports io.receivables.jackson.jackson2;
    exports io.receivables.jackson.jackson3;
}
