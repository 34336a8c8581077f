package org.fieldwright.domain.health;

class FixedCheckupTest implements CheckupContract {
    @Override
    public Checkup checkup() {
        return FixedCheckup.of(Finding.warn(Part.DISK, "The disk is nearly full.", "Free some room.")
                .with("free", "1 GB"));
    }
}
