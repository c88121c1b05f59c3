--liquibase formatted sql

--changeset tenancy:told-by-batch-1-old-events
--comment What was outstanding in the shape of one incident or one delivery can't be read any more. It was for open pages, which read anew, and for openings, which look for themselves.
delete from event_publication where event_type in ('com.srecopilot.incident.TimelineEntry$Added', 'com.srecopilot.incident.IncidentEvent$AlertsChanged',
    'com.srecopilot.alert.AlertEvent$Fired', 'com.srecopilot.alert.AlertEvent$Resolved', 'com.srecopilot.alert.AlertEvent$Attached');
