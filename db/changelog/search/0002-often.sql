--liquibase formatted sql

--changeset search:often-1-found splitStatements:false
--comment One lexeme that the statistics know to be frequent is not counted: the index would be read for all that it stands in. Null then tells that there are more than are asked for. Of several lexemes no statistics tell whether they meet. Volatile, since only such may explain.
create or replace function ids_found(of_kind text, sought tsquery, most integer) returns uuid[] language plpgsql volatile security definer
    set search_path = public set enable_seqscan = off as $$
declare
    plan json;
begin
    if most is not null and numnode(sought) = 1 then
        execute format('explain (format json) select from texts where lexemes @@ %L::tsquery', sought) into plan;
        if (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float8 > 2.0 * most then
            return null;
        end if;
    end if;
    return array(select id from texts where lexemes @@ sought and tenant_id is not distinct from current_tenant() and kind is not distinct from of_kind limit most);
end $$;
