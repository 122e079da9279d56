export { Forecast } from './Forecast.tsx';
export { PromisesKept } from './PromisesKept.tsx';
export { WhyComplain } from './WhyComplain.tsx';
