/** Red, green and blue of a colour in linear light, 0 to 1. */
export type Light = readonly [number, number, number];

/**
 * What is left of linear red, green and blue to somebody without one kind of cone: the matrices for severity 1.0 of
 * Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency (2009).
 */
export const deficiencies = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

/** A colour as somebody with a deficiency sees it. */
export function seenBy(deficiency: keyof typeof deficiencies, light: Light): Light {
  const [red, green, blue] = deficiencies[deficiency].map((row) =>
    Math.min(1, Math.max(0, row[0] * light[0] + row[1] * light[1] + row[2] * light[2])),
  );
  return [red as number, green as number, blue as number];
}

/** A colour as it is on paper without colours. */
export function inGrey([red, green, blue]: Light): Light {
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return [luminance, luminance, luminance];
}

/** `#rrggbb` in linear light, as sRGB (IEC 61966-2-1) has it. */
export function lightOf(hex: string): Light {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return [red as number, green as number, blue as number];
}

/** How far apart two colours are to the eye: the distance in CIE L*a*b* (1976). About 2 is just seen. */
export function distance(one: Light, other: Light): number {
  const [left, right] = [labOf(one), labOf(other)];
  return Math.hypot(left[0] - right[0], left[1] - right[1], left[2] - right[2]);
}

function labOf([red, green, blue]: Light): Light {
  const x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505;
  const y = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089;
  const [fx, fy, fz] = [x, y, z].map((part) => (part > 216 / 24389 ? Math.cbrt(part) : (part * 24389) / 3132 + 4 / 29));
  return [116 * (fy as number) - 16, 500 * ((fx as number) - (fy as number)), 200 * ((fy as number) - (fz as number))];
}
