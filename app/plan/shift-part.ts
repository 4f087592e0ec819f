/**
 * What a theme's change is made of. Labels alone, transfers and regroupings only move money between themes; what is
 * new, stopped, grown or shrunk makes a plan larger or smaller.
 */
export const shiftParts = ['relabelled', 'transferred', 'regrouped', 'new', 'stopped', 'grown'] as const;
export type ShiftPart = (typeof shiftParts)[number];
export type Parts = Record<ShiftPart, number>;
