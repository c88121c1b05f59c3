package com.srecopilot.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

class RegionTests {

    @Test
    void regionsAreFoundByTheNamesThatCloudsGiveThem() {
        for (String region : List.of("eu-west", "us-east", "ap-south", "eu-west-1a", "us-east1-b", "westeurope", "Asia-Southeast1", "us_west_2", "eu-central-9")) {
            assertThat(WorldRegions.find(region)).as(region).isPresent();
        }
        assertThat(WorldRegions.find("eu-west-1")).isEqualTo(WorldRegions.find("eu-west"));
        assertThat(WorldRegions.find("basement")).isEmpty();
        assertThat(WorldRegions.find("<script>")).isEmpty();
        assertThat(WorldRegions.find("")).isEmpty();
    }

    @Test
    void theWorldWeighsLittle() throws Exception {
        assertThat(Files.size(Path.of("templates/dashboard/_regions.html"))).isLessThan(6 * 1024);
    }

    @Test
    void theMapIsASentenceToo() {
        var place = new WorldRegions.Point(1, 1);
        var map = new RegionMap(List.of(new RegionMap.Region("eu-west", 2, "critical", List.of("checkout"), place, true),
                new RegionMap.Region("", 1, "low", List.of(), null, false), new RegionMap.Region("us-east", 0, null, List.of(), place, false)));
        assertThat(map.words()).isEqualTo("Open incidents: 2 in eu-west, worst critical, 1 in no region, worst low.");
        assertThat(map.placed()).extracting(RegionMap.Region::name).containsExactly("us-east", "eu-west");
        assertThat(new RegionMap(List.of()).words()).isEqualTo("No incident is open in any region.");
    }
}
