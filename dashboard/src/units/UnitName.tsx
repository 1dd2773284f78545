import { useUnitName } from '../figures/useUnitName';

/** A unit's name where only its code is known. */
export function UnitName({ code }: { code: string }) {
  return <>{useUnitName(code)}</>;
}
