import { expect, it } from 'vitest';
import { commonQuery } from '../../src/figures/useCommonQuery';

it('takes dates and what is shown along to another unit, but nothing that is chosen in a table', () => {
  expect(commonQuery('asOf=2017-02-20&below.commune.q=hoa&indicator=committee&below.commune.state.committee=x')).toBe(
    '?asOf=2017-02-20&indicator=committee',
  );
  expect(commonQuery('below.commune.q=hoa')).toBe('');
});
