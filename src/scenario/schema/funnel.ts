import { fieldMeant } from './field-meant.ts';
import { quantity } from './quantity.ts';
import { z } from './zod.ts';

/** The two stages of every way in which a key can be read: `addToCartToCustomer` has two. */
export function stagesOf(key: string): readonly { readonly from: string; readonly to: string }[] {
  return [...key.matchAll(/To(?=[^\p{Ll}])/gu)]
    .filter((found) => found.index > 0)
    .map((found) => {
      const to = key.slice(found.index + 2);
      return { from: key.slice(0, found.index), to: `${to[0]!.toLowerCase()}${to.slice(1)}` };
    });
}

const usual = ['impressionToClick', 'impressionToLead', 'clickToCustomer', 'clickToLead', 'leadToCustomer'];

const key = z.string().check((context) => {
  const written = context.value;
  if (written.length <= 80 && stagesOf(written).length > 0) return;
  const meant = fieldMeant(written, usual);
  context.issues.push({
    code: 'custom',
    message: 'must name a step from one stage to the next, such as `clickToLead`',
    params: meant === undefined ? {} : { advice: `Did you mean \`${meant}\`?`, replacement: meant },
    input: written,
  });
});

export const funnel = z.record(key, quantity('Share of those in the first stage who reach the second.', 'rate')).meta({
  description:
    'Steps from what the price buys to `customer`, such as `clickToLead: 30%`; the stages are impression, click, lead, customer or your own.',
  propertyNames: { type: 'string', pattern: '^.+To[^a-z].*$' },
});
