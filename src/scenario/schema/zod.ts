import { z } from 'zod';

// Zod would try `new Function` to find out whether it may compile its checks; a page with a strict content security
// policy reports that as a violation, although the answer is only "no".
z.config({ jitless: true });

export { z };
