/** A table as it is taken away: with its title, of when its figures are, and whether they are simulated. */
export interface Sheet {
  title: string;
  asOf: string;
  simulated: boolean;
  headers: string[];
  rows: (string | number | null)[][];
}
