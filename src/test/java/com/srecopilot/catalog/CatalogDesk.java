package com.srecopilot.catalog;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.srecopilot.RunningApp;
import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Installation;
import com.srecopilot.identity.Organisation;
import com.srecopilot.identity.People;

/** An organisation of its own for each test, with an empty catalog and its admin at the browser. */
@RunningApp
public abstract class CatalogDesk {

    @LocalServerPort
    protected int port;
    @Autowired
    private Installation installation;
    @Autowired
    private People people;
    @Autowired
    protected Registry registry;
    @Autowired
    protected Catalog catalog;
    protected Organisation organisation;
    protected Browsing admin;

    @BeforeEach
    void foundOrganisation() {
        organisation = Organisation.found(installation, people);
        admin = new Browsing(port);
        admin.signIn(organisation.admin(), Organisation.PASSWORD);
    }
}
