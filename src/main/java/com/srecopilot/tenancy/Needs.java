package com.srecopilot.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a page or verb asks for, such as {@code incidents:write}; empty for any signed-in person.
 * A handler with neither this nor {@link Anyone} answers 403: deny is the default. The method's wins over the class's.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    String value() default "";
}
