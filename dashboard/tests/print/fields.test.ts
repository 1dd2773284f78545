import { expect, it } from 'vitest';
import { lines, listed } from '../../src/print/fields';

it('lists what is typed a line each as official documents do, whatever marks were typed around it', () => {
  expect(listed(lines('- Như trên;\n\n  Ban Dân vận\n- Lưu: VT.'))).toEqual([
    '- Như trên;',
    '- Ban Dân vận;',
    '- Lưu: VT.',
  ]);
});
