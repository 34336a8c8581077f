package org.fieldwright.domain.staff;

class InMemoryRoleMappingsTest implements RoleMappingsContract {
    private final RoleMappings mappings = new InMemoryRoleMappings();

    @Override
    public RoleMappings mappings() {
        return mappings;
    }
}
