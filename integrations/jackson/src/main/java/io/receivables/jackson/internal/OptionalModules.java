package io.receivables.jackson.internal;

/** Which of the modules that an application may leave out it has brought. */
final class OptionalModules {
    private OptionalModules() {}

    static boolean hasDunning() {
        try {
            Class.forName("io.receivables.dunning.policy.DunningPolicy", false, OptionalModules.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
