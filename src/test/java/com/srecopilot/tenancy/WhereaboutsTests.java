package com.srecopilot.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhereaboutsTests {

    @ParameterizedTest
    @CsvSource({"93.184.216.34, PUBLIC", "2606:2800:220:1::1, PUBLIC", "172.32.0.1, PUBLIC", "127.0.0.1, INSIDE", "::1, INSIDE", "10.1.2.3, INSIDE",
        "192.168.1.1, INSIDE", "172.16.0.1, INSIDE", "100.64.0.1, INSIDE", "fd00::1, INSIDE", "::ffff:10.0.0.1, INSIDE", "169.254.169.254, NOWHERE",
        "fe80::1, NOWHERE", "0.0.0.0, NOWHERE", "0.1.2.3, NOWHERE", "224.0.0.1, NOWHERE", "255.255.255.255, NOWHERE", "64:ff9b::a00:1, NOWHERE"})
    void tellsTheInternetFromWhatIsInside(String address, Whereabouts where) throws UnknownHostException {
        assertThat(Whereabouts.of(InetAddress.getByName(address))).isEqualTo(where);
    }
}
