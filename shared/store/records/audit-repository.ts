import { defined } from '../defined.ts';
import { type Item, LAST } from '../dynamo/table-access.ts';
import { keys, shortHash } from '../keys.ts';
import type { AuditEntry, AuditRepository } from '../store.ts';
import { expiryOfTakedown, recordOf, type StoreContext } from '../store-context.ts';

/** The two places of an entry: among all of its month, and in the history of its subject. */
export function auditItems(entry: AuditEntry): readonly Item[] {
  const sk = `${entry.at}|${shortHash(JSON.stringify(entry))}`;
  const entryItem = { sk, v: defined(entry), ...expiryOfTakedown(entry.collection, entry.at) };
  return [
    { pk: keys.audit(entry.at.slice(0, 7)), ...entryItem },
    { pk: keys.auditOf(entry.subject), ...entryItem },
  ];
}

/** The audit trail: one partition per month for all entries, and one per subject for its history; newest first. */
export function auditRepository({ table, now }: StoreContext): AuditRepository {
  return {
    async record(entry) {
      await table.writeMany(auditItems(entry), []);
    },
    async list({ subject, limit }) {
      if (subject !== undefined) {
        const page = await table.range({ pk: keys.auditOf(subject), forward: false, limit, consistent: true });
        return page.items.map((item) => recordOf<AuditEntry>(item));
      }
      const found: AuditEntry[] = [];
      let month = now().slice(0, 7);
      // Two years back: older entries are found by their subject.
      for (let back = 0; back < 24 && found.length < limit; back++) {
        const page = await table.range({
          pk: keys.audit(month),
          to: LAST,
          forward: false,
          limit: limit - found.length,
          consistent: true,
        });
        found.push(...page.items.map((item) => recordOf<AuditEntry>(item)));
        month = monthBefore(month);
      }
      return found;
    },
  };
}

function monthBefore(month: string): string {
  const [year = 0, of = 1] = month.split('-').map(Number);
  return of === 1 ? `${year - 1}-12` : `${year}-${String(of - 1).padStart(2, '0')}`;
}
