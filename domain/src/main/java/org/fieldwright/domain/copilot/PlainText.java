package org.fieldwright.domain.copilot;

import java.util.regex.Pattern;

/** Takes out of a model's text everything that is not plain words: markup, addresses of the net, invisible characters. */
public final class PlainText {
    /** Stands where an address of the net was. */
    static final String ADDRESS_REMOVED = "(address removed)";

    private static final Pattern THINKING = Pattern.compile("(?is)<(think|thinking|reasoning)>.*?(?:</\\1>|$)");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}&&[^\\n\\t]]");
    private static final Pattern TAG = Pattern.compile("(?s)</?[a-zA-Z!?|][^<>]{0,2000}>");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]]{0,500})\\]\\(([^()\\s]*(?:\\s[^()]*)?)\\)");
    private static final Pattern REFERENCE = Pattern.compile("(?m)^\\s*\\[[^\\]]+\\]:\\s*\\S+.*$");
    private static final Pattern ADDRESS = Pattern.compile("(?iu)\\b[a-z][a-z0-9+.-]{1,20}://\\S+"
            + "|\\b(?:javascript|data|mailto|vbscript|file|tel):\\S+"
            + "|[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+"
            + "|(?<![\\p{L}\\p{N}])www\\.\\S+"
            + "|(?<![\\p{L}\\p{N}.])(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+"
            + "(?:com|net|org|edu|gov|info|biz|io|dev|app|ai|co|me|tv|xyz|site|online|shop|top|cloud|link|click|example|"
            + "test|local|internal|onion|eu|us|uk|ca|au|de|fr|it|es|nl|se|no|dk|fi|pl|cz|at|ch|be|ru|cn|jp|kr|in|br)"
            + "\\b(?::\\d+)?(?:/\\S*)?");
    private static final Pattern FENCE = Pattern.compile("(?m)^\\s*(?:```|~~~).*$");
    private static final Pattern EMPHASIS =
            Pattern.compile("(?<![\\p{L}\\p{N}*_])(\\*{1,3}|_{1,3}|~~|`+)(?=\\S)(.+?)(?<=\\S)\\1(?![\\p{L}\\p{N}*_])");
    private static final Pattern RULE = Pattern.compile("(?m)^\\s*(?:[-*_=]\\s*){3,}$");
    private static final Pattern TABLE_RULE =
            Pattern.compile("(?m)^\\s*\\|?(?:\\s*:?-{2,}:?\\s*\\|)+(?:\\s*:?-{2,}:?)?\\s*$");

    private PlainText() {}

    /** The words alone; line breaks stay. */
    public static String of(String written) {
        String text = THINKING.matcher(written).replaceAll("");
        text = INVISIBLE.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
        text = REFERENCE.matcher(text).replaceAll(ADDRESS_REMOVED);
        text = LINK.matcher(text).replaceAll("$1 " + ADDRESS_REMOVED);
        text = ADDRESS.matcher(text).replaceAll(ADDRESS_REMOVED);
        text = TAG.matcher(text).replaceAll("");
        text = FENCE.matcher(text).replaceAll("");
        text = TABLE_RULE.matcher(text).replaceAll("");
        text = RULE.matcher(text).replaceAll("");
        return EMPHASIS.matcher(EMPHASIS.matcher(text).replaceAll("$2")).replaceAll("$2");
    }
}
