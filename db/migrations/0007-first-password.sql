-- A password that an administrator handed over opens nothing until its owner has chosen another.
alter table account add column must_change_password boolean not null default false;
