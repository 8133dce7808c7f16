import { CategoryScale, Chart, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js'

/** Only what the line charts use, so that the rest of the library stays out of the bundle. */
Chart.register(LineController, LineElement, PointElement, LinearScale, CategoryScale, Tooltip)
