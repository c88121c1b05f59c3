package com.srecopilot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** The whole product on a free port, with its own embedded servers and the demo cast; started once for all tests that carry this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ActiveProfiles("demo")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
    "srecopilot.home=${srecopilot.tests:target}/home", "srecopilot.sign-in.failures-per-address=1000000", "srecopilot.demo.simulator.fast=30",
    "srecopilot.telemetry.prometheus.reachable=127.0.0.0/8",
    "srecopilot.hypothesis.model.inside=true",
    // A server that shares its machine with all of the tests may be slow to answer.
    "spring.data.redis.timeout=60s", "spring.data.redis.connect-timeout=60s", "spring.datasource.hikari.connection-timeout=60000"})
public @interface RunningApp {
}
