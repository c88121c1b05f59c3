package com.srecopilot.demo.story;

/** A release's number, such as {@code v1.2.3}. */
record Version(int major, int minor, int patch) {

    static Version of(String text) {
        String[] parts = text.substring(1).split("\\.");
        return new Version(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    /** What may have been released before it; never below {@code v0.0.1}. */
    Version before() {
        if (patch > (major + minor == 0 ? 1 : 0)) {
            return new Version(major, minor, patch - 1);
        }
        return minor > 0 ? new Version(major, minor - 1, 2 + (major + minor) % 4) : new Version(Math.max(0, major - 1), 9, 3);
    }

    Version next() {
        return new Version(major, minor, patch + 1);
    }

    @Override
    public String toString() {
        return "v" + major + "." + minor + "." + patch;
    }
}
