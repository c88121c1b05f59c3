package com.srecopilot.telemetry;

import java.sql.PreparedStatement;
import java.sql.SQLException;

import org.postgresql.PGConnection;
import org.springframework.jdbc.core.SqlTypeValue;

/** A whole column of values as one parameter; {@code elements} may be an array of primitives, which nothing boxes. */
record SqlArray(String type, Object elements) implements SqlTypeValue {

    @Override
    public void setTypeValue(PreparedStatement statement, int index, int sqlType, String typeName) throws SQLException {
        statement.setArray(index, statement.getConnection().unwrap(PGConnection.class).createArrayOf(type, elements));
    }
}
