/**
 * A record of a lead that is created after asOf does not exist for the report. Where no lead is created later, as on any board of
 * today, none is looked up.
 */
export function isLeadKnown(leadId: string): string {
  return `(:asOf >= (SELECT max(newest.created_on) FROM leads newest)
      OR EXISTS (SELECT 1 FROM leads known WHERE known.id = ${leadId} AND known.created_on <= :asOf))`
}
