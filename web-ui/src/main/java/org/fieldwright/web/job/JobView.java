package org.fieldwright.web.job;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.Locale;
import org.fieldwright.domain.job.JobRow;

/** A job ready to be drawn. */
public record JobView(JobRow job) {
    public String address() {
        return "/jobs/" + job.number();
    }

    /** As people write it; a status that is not known here is shown as it came. */
    public static String words(String status) {
        return status.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }

    public String word() {
        return words(job.status());
    }

    public String tone() {
        return tone(job.status());
    }

    public String icon() {
        return icon(job.status());
    }

    static String tone(String status) {
        return switch (status) {
            case "Scheduled", "Dispatched" -> "info";
            case "InProgress", "Working" -> "accent";
            case "Hold" -> "warn";
            case "Completed", "Done", "Sold" -> "good";
            default -> "off";
        };
    }

    static String icon(String status) {
        return switch (status) {
            case "Completed", "Done", "Sold" -> "good";
            case "Hold" -> "pause";
            case "InProgress", "Working" -> "again";
            case "Canceled", "Dismissed" -> "close";
            default -> "clock";
        };
    }

    public String place() {
        return job.city().isEmpty() || job.street().isEmpty()
                ? job.street() + job.city()
                : job.street() + ", " + job.city();
    }

    public boolean starts() {
        return job.start().isPresent();
    }

    public Instant start() {
        return job.start().orElse(null);
    }

    /** Blank where the job says none. */
    public String total() {
        return job.total().map(JobView::money).orElse("");
    }

    /** With two decimals and the sign in front, such as {@code -$1,204.50}. */
    static String money(BigDecimal amount) {
        DecimalFormat format = new DecimalFormat("$#,##0.00;-$#,##0.00", DecimalFormatSymbols.getInstance(Locale.US));
        format.setRoundingMode(java.math.RoundingMode.HALF_UP);
        return format.format(amount);
    }
}
