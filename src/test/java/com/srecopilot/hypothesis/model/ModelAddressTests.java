package com.srecopilot.hypothesis.model;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelAddressTests {

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8000/v1", "http://localhost/v1", "https://10.1.2.3/v1", "https://192.168.0.9", "https://[::1]/v1", "https://[fd00::1]/", "https://100.64.3.4/"})
    void privateNetworksAreForThoseWhoAllowThem(String url) {
        refuses(url, false);
        assertThatCode(() -> ModelAddress.require(URI.create(url), true)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/latest/meta-data", "https://[fe80::1]/", "http://0.0.0.0:80/", "https://255.255.255.255/", "https://224.0.0.1/", "file:///etc/passwd", "ftp://8.8.8.8/"})
    void someAreForNobody(String url) {
        refuses(url, true);
        refuses(url, false);
    }

    @Test
    void theInternetIsReachedByTlsOnly() {
        refuses("http://8.8.8.8/v1", true);
        assertThatCode(() -> ModelAddress.require(URI.create("https://8.8.8.8/v1"), false)).doesNotThrowAnyException();
    }

    private static void refuses(String url, boolean inside) {
        assertThatThrownBy(() -> ModelAddress.require(URI.create(url), inside)).isInstanceOf(ModelFailure.class);
    }
}
