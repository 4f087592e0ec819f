-- What was asked keeps its whole right: its matter, how sure it is, and what may be spent for lack of consent. Of what
-- was asked before this, the right as it stands now is the best that is known.

alter table decision disable trigger decision_decided;
update decision x
   set rule = jsonb_build_object('prior', r.prior, 'termDays', r.term_days, 'quorumBasis', r.quorum_basis,
         'quorumMembers', r.quorum_members, 'majority', r.majority, 'sections', r.sections, 'silence', r.silence,
         'conditionsAllowed', r.conditions_allowed, 'suspensionDays', r.suspension_days, 'appealMonths', r.appeal_months,
         'matterNl', r.matter_nl, 'matterEn', r.matter_en, 'certainty', r.certainty,
         'interim', case when r.interim_parts is not null then jsonb_build_object('parts', r.interim_parts,
            'of', r.interim_of, 'stage', r.interim_stage, 'basis', r.interim_basis, 'certainty', r.interim_certainty) end,
         'without', '[]'::jsonb) || coalesce(x.rule, '{}')
  from right_rule r
 where r.institution_id = x.institution_id and r.rule_id = x.rule_id;
alter table decision enable trigger decision_decided;

-- The same right of the same body on one kind of document is told apart by its matter.
update right_rule r set matter_nl = trim(r.matter_nl || ' (' || t.nth || ')')
  from (select institution_id, rule_id, row_number() over (
          partition by institution_id, kind_id, body_kind, body_at, kind, matter_nl order by sort, rule_id) as nth
          from right_rule) t
 where t.institution_id = r.institution_id and t.rule_id = r.rule_id and t.nth > 1;
create unique index right_matter on right_rule (institution_id, kind_id, body_kind, body_at, kind, matter_nl);
