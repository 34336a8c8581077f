package org.fieldwright.domain.staff.jdbc;

import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.shared.jdbc.TestDatabase;
import org.fieldwright.domain.staff.RoleMappings;
import org.fieldwright.domain.staff.RoleMappingsContract;

class JdbcRoleMappingsTest implements RoleMappingsContract {
    private final RoleMappings mappings = new JdbcRoleMappings(new Jdbc(TestDatabase.fresh()));

    @Override
    public RoleMappings mappings() {
        return mappings;
    }
}
