--liquibase formatted sql

--changeset incident:merging-1-mentions
--comment Merging and splitting names the other incident as well: see private-5.
alter policy private_mentions on timeline_entries
    using (kind not in ('incident.linked', 'incident.merged', 'incident.split') or (select reads_all()) or sees_incident(data ->> 'incident'));
