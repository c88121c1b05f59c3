-- As the product does it, of all at once: the index is quicker made than kept.
begin;
set local synchronous_commit = off;
set local maintenance_work_mem = '256MB';
select set_config('app.tenant', (select id::text from tenants where name = 'acme'), true);
drop index texts_by_lexeme;
insert into texts (kind, id, lexemes)
select 'incident', i.id, lexemes_of(tenant_id, 'incident', incident_text(i), '{}') from incidents i where tenant_id = current_tenant() on conflict do nothing;
insert into texts (kind, id, lexemes)
select 'alert', id, lexemes_of(tenant_id, 'alert', concat_ws(' ', title, service, dedup_key, description), labels) from alerts
where tenant_id = current_tenant() on conflict do nothing;
create index texts_by_lexeme on texts using gin (lexemes) with (gin_pending_list_limit = 128);
insert into alert_text_marks (done_at, done_id) select received_at, id from alerts where tenant_id = current_tenant() order by received_at desc, id desc limit 1
on conflict (tenant_id) do update set done_at = excluded.done_at, done_id = excluded.done_id;
commit;
