// Imported before everything else. zod tries whether it may build functions from text; the page's policy forbids that and would
// report each try as a violation. This is zod's own switch (z.config({ jitless: true })), set without loading zod for it.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
