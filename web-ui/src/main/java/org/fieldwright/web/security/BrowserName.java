package org.fieldwright.web.security;

import java.util.LinkedHashMap;
import java.util.Map;

/** What people call the browser that sent a request: the kind and the machine, nothing that tells two of them apart. */
final class BrowserName {
    /** Browsers claim to be each other: the first that fits is meant. */
    private static final Map<String, String> BROWSERS = inOrder(
            "Edg", "Edge",
            "OPR/", "Opera",
            "SamsungBrowser/", "Samsung Internet",
            "Firefox/", "Firefox",
            "FxiOS/", "Firefox",
            "CriOS/", "Chrome",
            "Chrome/", "Chrome",
            "Safari/", "Safari");

    private static final Map<String, String> MACHINES = inOrder(
            "iPhone", "iPhone",
            "iPad", "iPad",
            "Android", "Android",
            "Windows", "Windows",
            "CrOS", "Chromebook",
            "Mac OS X", "Mac",
            "Linux", "Linux");

    private BrowserName() {}

    /** Such as {@code Chrome on Android}; blank when nothing of it is known. */
    static String of(String userAgent) {
        String sent = userAgent == null ? "" : userAgent;
        String browser = first(BROWSERS, sent);
        String machine = first(MACHINES, sent);
        return browser.isEmpty() || machine.isEmpty() ? browser + machine : browser + " on " + machine;
    }

    private static String first(Map<String, String> known, String sent) {
        return known.entrySet().stream()
                .filter(entry -> sent.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> inOrder(String... marksAndNames) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < marksAndNames.length; i += 2) {
            map.put(marksAndNames[i], marksAndNames[i + 1]);
        }
        return map;
    }
}
