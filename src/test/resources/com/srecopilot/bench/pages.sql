-- 100 000 incidents in three years, 40 of them open; ten alerts and eight entries each; 200 services. Same every time.
begin;
set local session_replication_role = replica; -- foreign keys hold by construction
set local synchronous_commit = off;
select set_config('app.tenant', (select id::text from tenants where name = 'acme'), true);
select setseed(0.42);

insert into services (id, name, tier, region, learned, created_at)
select gen_random_uuid(), 'service-' || n, (1 + n % 4)::text, (array['eu-west', 'us-east', 'ap-south'])[1 + n % 3], true, now()
from generate_series(0, 199) n on conflict do nothing;

insert into dependencies (caller_id, callee_id)
select a.id, b.id from services a join services b
    on a.name ~ '^service-\d+$' and b.name = 'service-' || (substr(a.name, 9)::int * 7 + 3) % 200 and a.id <> b.id
on conflict do nothing;

insert into changes (id, service_id, kind, release, previous_release, summary, happened_at, actor, recorded_at)
select gen_random_uuid(), s.id, 'deployment', 'v1.' || n, 'v1.' || n - 1, 'Weekly train', now() - n * interval '18 hours' - random() * interval '9 hours', 'ci', now()
from services s, generate_series(1, 100) n where s.name ~ '^service-\d+$';

insert into incidents (tenant_id, id, version, number, title, description, severity, severity_by_hand, state, service_name, assignee_id, tags,
        detected_at, acknowledged_at, resolved_at, alerts_total, alerts_firing, hypotheses)
select current_tenant(), gen_random_uuid(), 3, 1000 + n,
    (array['Connection pool exhausted', 'Error rate above 5 %', 'Latency p99 above 2 s', 'Disk 90 % full', 'Certificate expires soon', 'Queue backlog grows',
        'Replica lags behind', 'Pods restart', 'Cache hit rate low', 'Payments time out', 'Sign-ins fail'])[1 + n % 11]
        || case when n % 25013 = 7 then ' on the zeppelin' else ' in zone ' || n % 17 end,
    'Seen by ' || n % 5 || ' probes. ' || repeat('What is known is written in the timeline. ', n % 6),
    (array['critical', 'high', 'high', 'medium', 'medium', 'medium', 'low', 'low'])[1 + n % 8], false,
    case when n > 99960 then (array['detected', 'investigating'])[1 + n % 2] else 'resolved' end,
    'service-' || (n * 7 + n / 200) % 200, case when n % 4 > 0 then people.ids[1 + n % array_length(people.ids, 1)] end,
    case when n % 3 = 0 then array['team-' || n % 12, 'zone-' || n % 17] else '{}' end,
    t.at, t.at + interval '3 minutes', case when n > 99960 then null else t.at + interval '40 minutes' * (0.2 + random()) end,
    10, case when n > 99960 then 10 else 0 end, n % 4
from generate_series(1, 100000) n
cross join lateral (select now() - (100000 - n) * interval '15.8 minutes' - interval '5 minutes' as at) t
cross join (select array_agg(id order by email) as ids from users where tenant_id = current_tenant()) people;

insert into incident_numbers (tenant_id, last) values (current_tenant(), 101000)
on conflict (tenant_id) do update set last = 101000;

insert into timeline_entries (tenant_id, id, incident_id, at, kind, actor_name, text)
select current_tenant(), gen_random_uuid(), i.id, i.detected_at + k * interval '4 minutes',
    (array['incident.opened', 'alert.fired', 'alert.fired', 'state.changed', 'comment.added', 'comment.added', 'alert.resolved', 'state.changed'])[k],
    (array['Grouping', 'Grouping', 'Grouping', 'Eli Okafor', 'Eli Okafor', 'Bo Lindqvist', 'Grouping', 'Eli Okafor'])[k], 'Step ' || k || ' of the way back to normal'
from incidents i, generate_series(1, 8) k where i.number > 1000 and i.tenant_id = current_tenant();

insert into timeline_entries (tenant_id, id, incident_id, at, kind, actor_name, text)
select current_tenant(), gen_random_uuid(), i.id, i.detected_at + k * interval '1 second', 'comment.added', 'Bo Lindqvist', 'Word ' || k || ' of many'
from incidents i, generate_series(1, 5000) k where i.number = 101000 and i.tenant_id = current_tenant();

insert into alerts (id, source_id, source_name, dedup_key, fingerprint, title, description, severity, status, service, labels, url, starts_at, ends_at, anchor,
        count, received_at, last_seen_at, awaits_incident, incident, reason, attached_at, rule)
select gen_random_uuid(), md5('source-' || k % 4)::uuid, (array['Prometheus', 'Datadog', 'Grafana', 'Zabbix'])[1 + k % 4],
    i.service_name || '/' || i.number % 400 || '/' || k, md5(i.service_name || i.number % 400 || k), i.title || ' (' || k || ')',
    'The rule has been true for five minutes. Labels and graph follow.', (array['critical', 'high', 'high', 'medium', 'low'])[1 + (i.number + k) % 5],
    case when i.resolved_at is not null then 'resolved' when k = 3 then 'acknowledged' else 'firing' end, i.service_name,
    jsonb_build_object('alertname', 'Rule' || i.number % 300, 'instance', '10.0.' || k || '.' || i.number % 250 || ':9100', 'region', 'eu-west', 'severity', 'warning'),
    'https://prometheus.example/graph?g0.expr=up', i.detected_at + k * interval '20 seconds', i.resolved_at + k * interval '20 seconds', i.detected_at,
    1 + k, i.detected_at + k * interval '20 seconds', coalesce(i.resolved_at, i.detected_at) + k * interval '20 seconds', false, 'INC-' || i.number,
    'Same service within five minutes', i.detected_at, 'same-service'
from incidents i, generate_series(0, 9) k where i.number > 1000 and i.tenant_id = current_tenant();
insert into incident_tallies (state, severity, service, assignee, n)
select state, severity, service_name, coalesce(assignee_id::text, 'none'), count(*) from incidents where number > 1000 and tenant_id = current_tenant() group by 1, 2, 3, 4;
insert into alert_tallies (status, severity, service, source, n)
select status, severity, service, source_name, count(*) from alerts where incident ~ 'INC-\d{4,}' and tenant_id = current_tenant() group by 1, 2, 3, 4;
commit;
