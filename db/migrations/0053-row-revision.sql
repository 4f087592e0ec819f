-- Who corrects a row says which revision was seen: of two that correct the same one, the second is told (409).
alter table fund_term add column revision integer not null default 1;
alter table free_period add column revision integer not null default 1;
alter table body_member add column revision integer not null default 1;
