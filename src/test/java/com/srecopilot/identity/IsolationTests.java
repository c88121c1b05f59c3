package com.srecopilot.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;

import com.srecopilot.RunningApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RunningApp
class IsolationTests {

    @Autowired
    private Installation installation;
    @Autowired
    private People people;
    @Autowired
    private Directory directory;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    private Organisation acme;
    private Organisation globex;

    @BeforeEach
    void found() {
        acme = Organisation.found(installation, people);
        globex = Organisation.found(installation, people);
    }

    @Test
    void peopleOfAnotherOrganisationAreInvisible() {
        UUID stranger = acme.as(() -> people.byEmail(acme.admin()).orElseThrow().id());
        assertThat(globex.as(() -> people.byEmail(acme.admin()))).isEmpty();
        assertThat(globex.as(() -> people.find(stranger))).isEmpty();
        assertThat(globex.as(() -> people.named(stranger).name())).isEqualTo("Former colleague");
        assertThat(globex.as(people::all)).extracting(Person::email).containsExactlyInAnyOrder(globex.admin(), globex.viewer());
    }

    @Test
    void plainSqlOfAnotherOrganisationSeesAndChangesNothing() {
        assertThat(globex.<Integer>as(() -> transaction.execute(status -> jdbc.sql("update users set name = 'taken' where email = ?").param(acme.admin()).update()))).isZero();
        assertThat(jdbc.sql("select count(*) from users").query(Integer.class).single()).isZero();
    }

    @Test
    void aRowCantBeWrittenIntoAnotherOrganisation() {
        assertThatThrownBy(() -> globex.as(() -> transaction.execute(status -> jdbc.sql("insert into teams values (?, gen_random_uuid(), 'x', now())")
                .param(acme.tenant()).update()))).isInstanceOf(DataAccessException.class).hasStackTraceContaining("row-level security");
    }

    @Test
    void theDirectoryAnswersOneHashAndIsOtherwiseClosed() {
        assertThat(directory.email(acme.admin().toUpperCase())).get().extracting(Directory.Found::tenant).isEqualTo(acme.tenant());
        assertThat(directory.email("nobody@nowhere.test")).isEmpty();
        assertThatThrownBy(() -> jdbc.sql("select * from directory").query().listOfRows()).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("delete from directory").update()).hasStackTraceContaining("permission denied");
    }

    @Test
    void anEmailBelongsToOneAccountOfTheInstallation() {
        assertThatThrownBy(() -> globex.as(() -> people.add("Twin", acme.admin().toUpperCase(), "viewer", Organisation.PASSWORD)))
                .isInstanceOf(Invalid.class).hasMessageContaining("already belongs");
    }

    @Test
    void theLastAdminStaysAdmin() {
        UUID admin = acme.as(() -> people.byEmail(acme.admin()).orElseThrow().id());
        UUID viewer = acme.as(() -> people.byEmail(acme.viewer()).orElseThrow().id());
        assertThatThrownBy(() -> acme.as(() -> changed(admin, "viewer"))).isInstanceOf(Invalid.class).hasMessageContaining("last admin");
        acme.as(() -> changed(viewer, "admin"));
        acme.as(() -> changed(admin, "viewer"));
        assertThatThrownBy(() -> acme.as(() -> {
            people.disable(viewer);
            return null;
        })).isInstanceOf(Invalid.class);
    }

    private Person changed(UUID person, String role) {
        people.changeRole(person, role);
        return people.named(person);
    }
}
