package org.fieldwright.domain.manual;

/**
 * The equipment a manual is about, as far as it is known.
 *
 * @param manufacturer blank when unknown
 * @param model one model or several separated by commas; blank when unknown
 */
public record Equipment(String manufacturer, String model) {
    public static final Equipment UNKNOWN = new Equipment("", "");

    public Equipment {
        manufacturer = manufacturer == null ? "" : manufacturer.strip();
        model = model == null ? "" : model.strip();
    }

    public boolean isUnknown() {
        return manufacturer.isEmpty() && model.isEmpty();
    }

    /** Manufacturer and model as a person says them; blank when both are unknown. */
    public String inWords() {
        return (manufacturer + " " + model).strip();
    }
}
