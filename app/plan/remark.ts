/** What somebody said of a place on the page of a plan; a route within that page gives them by its loader. */
type PlaceRemark = {
  /** the id of the element beside which it stands */
  place: string;
  href: string;
  who: string;
  text: string;
  status: 'open' | 'closed' | 'withdrawn';
  replies: number;
};

/** What a route within the page of a plan may load: remarks, and where a new one is made (null: not by this reader). */
export type PlaceRemarks = { remarks: PlaceRemark[]; remarkHref: string | null };
