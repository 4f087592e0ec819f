-- What kinds of bodies an institution knows, and what they are called: data of the institution. Bodies, rights,
-- steps of a cycle and terms of reply refer to a kind by its code, which never changes; its names may.
create table body_kind (
  institution_id uuid not null references institution,
  code           text not null check (code <> ''),
  name_nl        text not null check (name_nl <> ''),
  name_en        text not null check (name_en <> ''),
  sort           integer not null default 0,
  revision       integer not null default 1,
  primary key (institution_id, code)
);

-- Every kind that is named so far, with its code as its name until somebody gives it one.
insert into body_kind (institution_id, code, name_nl, name_en, sort)
select institution_id, code, code, code, row_number() over (partition by institution_id order by code) - 1
  from (select institution_id, kind as code from body
        union select institution_id, body_kind from right_rule
        union select institution_id, body_kind from cycle_step where body_kind is not null
        union select institution_id, body_kind from reply_term) named
 where code <> '';

alter table body add foreign key (institution_id, kind) references body_kind (institution_id, code);
alter table right_rule add foreign key (institution_id, body_kind) references body_kind (institution_id, code);
alter table cycle_step add foreign key (institution_id, body_kind) references body_kind (institution_id, code);
alter table reply_term add foreign key (institution_id, body_kind) references body_kind (institution_id, code);

select isolate('body_kind');
