import { config } from 'zod';

// The page's policy forbids code made of text, which zod would try for speed as soon as a schema is made: so this comes
// before all else. The one effect at import.
config({ jitless: true });
