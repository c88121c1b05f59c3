package com.srecopilot.standalone.report;

/**
 * Starts the product where Java is new enough, and says so where it is not. Compiled for Java 8 (see pom.xml), since an old
 * Java cannot even load the rest; so it knows the rest by name only.
 */
public final class JavaVersion {

    private static final int OLDEST = 17;

    private JavaVersion() {
    }

    public static void main(String[] arguments) throws ReflectiveOperationException {
        String version = System.getProperty("java.specification.version");
        if (isTooOld(version)) {
            System.err.println("SRE Copilot cannot start: this is Java " + version + ", which is too old. Use Java " + OLDEST
                    + " or newer, such as JAVA_HOME=/path/to/jdk-" + OLDEST + ".");
            System.exit(1);
        }
        next().getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    /** In the one big jar the product is out of sight until Boot's launcher, compiled for a newer Java, has opened it. */
    private static Class<?> next() throws ClassNotFoundException {
        ClassLoader sight = Thread.currentThread().getContextClassLoader();
        try {
            return Class.forName("com.srecopilot.SreCopilot", false, sight);
        } catch (ClassNotFoundException folded) {
            return Class.forName("org.springframework.boot.loader.launch.JarLauncher", false, sight);
        }
    }

    /** @param version such as {@code 1.8} or {@code 11} */
    public static boolean isTooOld(String version) {
        return version.startsWith("1.") || Integer.parseInt(version.split("\\.")[0]) < OLDEST;
    }
}
