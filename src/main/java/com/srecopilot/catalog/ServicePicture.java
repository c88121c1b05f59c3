package com.srecopilot.catalog;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.srecopilot.realtime.LiveMessage;

/** A place where open pages show services; one bean for each. */
public interface ServicePicture {

    /** @param health by name of those that are not quiet */
    List<LiveMessage> of(UUID tenant, List<ServiceDetail> services, Map<String, ServiceHealth> health);
}
