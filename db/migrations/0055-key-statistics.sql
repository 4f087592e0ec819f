-- A version has one scheme and one institution. Without knowing that, the planner divides by the number of institutions
-- twice (see 0008), expects one measure for four hundred, and compares each line of a budget with every one of them.
create statistics measure_text_keys (dependencies) on institution_id, version_id from measure_text;
create statistics place_total_keys (dependencies) on institution_id, scheme_id, version_id from place_total;

-- not by itself: what changes seldom is seldom looked at
analyze measure_text, place_total;
