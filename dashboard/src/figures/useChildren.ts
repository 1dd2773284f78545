import { useEffect } from 'preact/hooks';
import type { Level, RollUp } from '../api/contract';
import { call, callAll } from '../api/http';
import { keep, rollUpOf } from '../cache/rollUps';
import { watch } from '../live/connection';
import { dateQuery, type FigureDates, isLive } from './dates';
import { type Answer, useAnswer } from './useAnswer';

// The live stream takes 100 units; one of them is the unit above.
const mostWatched = 99;

/**
 * The roll-ups of the units directly below a unit, or of all of those at one level, in the order of their codes.
 * Live: those of up to 99 units are followed one by one; a longer list is read again when the unit above changes.
 * @param level A level further down; undefined: the direct children.
 */
export function useChildren(
  parent: RollUp | undefined,
  level: Level | undefined,
  dates: FigureDates,
): Answer<RollUp[]> {
  const live = isLive(dates);
  const below = parent?.reporting[level ?? Object.keys(parent.reporting)[0] ?? '']?.total ?? 0;
  const isFollowed = live && below <= mostWatched;
  const children = useAnswer(
    parent === undefined ? null : `${parent.code} ${level} ${dates.asOf} ${dates.knownAt}`,
    (signal) => read((parent as RollUp).code, level, dates, signal),
    live && !isFollowed ? parent?.version : '',
  );
  const codes = children.value?.map((child) => child.code).join(' ') ?? '';
  useEffect(() => (isFollowed && codes !== '' ? watch(codes.split(' ')) : undefined), [codes, isFollowed]);
  if (!isFollowed) return children;
  return { value: children.value?.map((child) => rollUpOf(child.code).value ?? child), problem: children.problem };
}

async function read(
  code: string,
  level: Level | undefined,
  dates: FigureDates,
  signal: AbortSignal,
): Promise<RollUp[]> {
  const path = `/units/${code}/children`;
  const children =
    level === undefined
      ? (await call<{ items: RollUp[] }>(path, dateQuery(dates), { signal })).items
      : await callAll<RollUp>(path, { ...dateQuery(dates), level }, { signal });
  if (isLive(dates)) keep(children);
  return children;
}
