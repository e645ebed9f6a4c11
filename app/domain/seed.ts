/**
 * Where chance begins in every figure that is drawn: the same answers give the same figures on every page and in every
 * report, whoever looks and whenever.
 */
export const oneSeed = 20_260;
