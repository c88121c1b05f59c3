package com.srecopilot.standalone;

import java.io.File;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The beans as {@code bin/package} wrote them down, so that a start need not look for them. They were written for the usual
 * settings; one that may decide which beans there are (a profile, a port of its own for management) makes a start look again.
 */
public final class PreparedBeans {

    private static final String WRITTEN = "com/srecopilot/SreCopilot__ApplicationContextInitializer.class";
    private static final String SWITCH = "spring.aot.enabled";
    private static final Pattern MAY_DECIDE = Pattern.compile("(SPRING|MANAGEMENT|SERVER|SPRINGDOC)_.*");
    private static final Pattern MERELY_TELL = Pattern.compile("SPRING_DATASOURCE_(URL|USERNAME|PASSWORD)|SPRING_LIQUIBASE_(URL|USER|PASSWORD)"
            + "|SPRING_DATA_REDIS_(URL|HOST|PORT|USERNAME|PASSWORD)|SERVER_(PORT|ADDRESS)");
    private static final Pattern SETTINGS_FILE = Pattern.compile("application.*\\.(yaml|yml|properties)");

    private PreparedBeans() {
    }

    /** Has Spring take them where they are there and hold; whoever has set {@code spring.aot.enabled} has decided already. */
    public static void use(String... arguments) {
        if (System.getProperty(SWITCH) == null && PreparedBeans.class.getClassLoader().getResource(WRITTEN) != null
                && hold(System.getenv(), System.getProperties(), arguments) && Stream.of(".", "config").noneMatch(PreparedBeans::hasSettings)) {
            System.setProperty(SWITCH, "true");
        }
    }

    static boolean hold(Map<String, String> environment, Properties properties, String... arguments) {
        return Stream.of(environment.keySet(), properties.stringPropertyNames(), Stream.of(arguments).map(PreparedBeans::name).toList())
                .flatMap(Collection::stream).map(name -> name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                .noneMatch(name -> MAY_DECIDE.matcher(name).matches() && !MERELY_TELL.matcher(name).matches());
    }

    private static String name(String argument) {
        return argument.replaceFirst("^--", "").replaceFirst("=.*", "");
    }

    private static boolean hasSettings(String folder) {
        String[] found = new File(folder).list((there, file) -> SETTINGS_FILE.matcher(file).matches());
        return found != null && found.length > 0;
    }
}
