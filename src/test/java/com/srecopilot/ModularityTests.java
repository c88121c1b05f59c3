package com.srecopilot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The tower stands: no room reaches into another's walls, and each stands on lower floors only. */
class ModularityTests {

    private static final Pattern FLOOR = Pattern.compile("\\(floor (\\d+)\\)");
    private final ApplicationModules house = ApplicationModules.of(SreCopilot.class);

    @Test
    void roomsRespectEachOthersWallsAndAllowedDependencies() {
        house.verify();
    }

    @Test
    void everyRoomSaysItsFloor() {
        assertThat(house.stream().map(ModularityTests::floor).toList()).doesNotContainNull();
    }

    @Test
    void roomsStandOnStrictlyLowerFloors() {
        Map<String, List<String>> upward = house.stream().collect(Collectors.toMap(ApplicationModule::getDisplayName, this::sameOrHigher));
        assertThat(upward).allSatisfy((room, reached) -> assertThat(reached).as(room).isEmpty());
    }

    private List<String> sameOrHigher(ApplicationModule room) {
        return room.getDirectDependencies(house).uniqueModules()
                .filter(other -> !other.equals(room) && floor(other) >= floor(room))
                .map(ApplicationModule::getDisplayName).toList();
    }

    private static Integer floor(ApplicationModule room) {
        Matcher matcher = FLOOR.matcher(room.getDisplayName());
        return matcher.find() ? Integer.valueOf(matcher.group(1)) : null;
    }
}
