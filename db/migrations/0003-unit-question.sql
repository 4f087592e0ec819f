-- A question may be asked once for each unit below the document's own: a note per faculty and institute.

alter table question drop constraint question_per_check;
alter table question add constraint question_per_check check (per in ('document', 'theme', 'unit'));
-- when asked per unit: of which kinds of unit; empty is all that are below
alter table question add column unit_kinds text[] not null default '{}';

-- the unit it answers for, when the question is asked per unit
alter table section add column unit_id uuid;
alter table section add foreign key (institution_id, unit_id) references unit;
alter table section add constraint section_one_place check (node_id is null or unit_id is null);
alter table section drop constraint section_institution_id_version_id_question_id_node_id_key;
alter table section add constraint section_place
  unique nulls not distinct (institution_id, version_id, question_id, node_id, unit_id);
