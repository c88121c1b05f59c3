--liquibase formatted sql

--changeset search:1-texts
--comment What other rooms' rows are found by. Each lexeme begins with whose it is and of which kind, so that nobody's search reads others' part of the index.
create table texts (
    tenant_id uuid not null default current_tenant(),
    kind      text not null check (length(kind) between 1 and 20),
    id        uuid not null,
    lexemes   tsvector not null,
    primary key (tenant_id, kind, id)
);
-- What is new waits in a list that each search reads to its end.
create index texts_by_lexeme on texts using gin (lexemes) with (gin_pending_list_limit = 128);
call guard_tenant_table('texts');

--changeset search:2-words splitStatements:false
--comment Blanks, brackets and quotes part words.
create function words_of(text text) returns text[] language sql immutable parallel safe as $$
    select regexp_split_to_array(lower(text), '[][\s,;(){}"''!?<>=|&*~^$\\`“”„‘’«»…]+')
$$;
create function lexeme_mark(tenant uuid, kind text) returns text language sql immutable parallel safe as $$ select right(tenant::text, 6) || left(kind, 1) $$;

--changeset search:3-lexemes splitStatements:false
--comment A word such as db-7.eu is found from each of its parts on, as are signs of scripts that put no blanks. A loop takes an eighth of the time of a query.
create function lexemes_of(tenant uuid, kind text, said text, pairs jsonb) returns tsvector language plpgsql immutable parallel safe as $$
declare
    mark constant text := lexeme_mark(tenant, kind);
    joints constant text := '-_./:@+#%';
    lexemes text[] := array(select mark || '=' || hashtextextended(pair.key || '=' || pair.value, 0) from jsonb_each_text(pairs) pair);
    word text;
begin
    foreach word in array (words_of(said))[:1000] loop
        word := btrim(word, joints);
        continue when word = '';
        lexemes := lexemes || (mark || left(word, 40));
        continue when word !~ '[-_./:@+#%぀-힣]';
        for place in 2 .. least(length(word), 500) loop
            if substr(word, place, 1) between '぀' and '힣'
                    or strpos(joints, substr(word, place - 1, 1)) > 0 and strpos(joints, substr(word, place, 1)) = 0 then
                lexemes := lexemes || (mark || substr(word, place, 40));
            end if;
        end loop;
    end loop;
    return array_to_tsvector(lexemes);
end $$;

--changeset search:4-sought splitStatements:false
--comment All words must occur, each as the beginning of one, and all pairs (name=value) as they are. Null when that is nothing.
create function lexemes_sought(kind text, words text, pairs text[]) returns tsquery language sql stable as $$
    select string_agg(lexeme, ' & ')::tsquery from (
        (select '''' || lexeme_mark(current_tenant(), kind) || left(word, 40) || ''':*' as lexeme
        from unnest(words_of(words)) each cross join lateral btrim(each, '-_./:@+#%') word where word <> '' limit 8)
        union all
        select '''' || lexeme_mark(current_tenant(), kind) || '=' || hashtextextended(pair, 0) || '''' from unnest(pairs) pair) lexemes
$$;

--changeset search:5-found splitStatements:false
--comment @@ is not leakproof, so no policy lets it use the index: this function sees all rows and keeps to the tenant itself. It tells ids; what they stand for is read under its own policies. Planned for all tenants and words alike, it is left no other way than the index of lexemes.
create policy found_by_lexeme on texts for select to current_user using (true);
create function ids_found(of_kind text, sought tsquery, most integer) returns uuid[] language sql stable security definer
    set search_path = public set enable_seqscan = off as $$
    select array(select id from texts where lexemes @@ sought and tenant_id is not distinct from current_tenant() and kind is not distinct from of_kind limit most)
$$;
revoke all on function ids_found(text, tsquery, integer) from public;
grant execute on function ids_found(text, tsquery, integer) to srecopilot_app;

--changeset search:6-remember splitStatements:false
--comment The one way in: what a row says, whenever that has changed.
create function remember_text(of_kind text, of_id uuid, said text, pairs jsonb) returns void language plpgsql as $$
begin
    insert into texts (kind, id, lexemes) values (of_kind, of_id, lexemes_of(current_tenant(), of_kind, said, pairs))
    on conflict (tenant_id, kind, id) do update set lexemes = excluded.lexemes where texts.lexemes is distinct from excluded.lexemes;
end $$;
