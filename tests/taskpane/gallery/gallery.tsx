// Draws the pane over made-up steps, for looking at it in a browser and for the pane's browser test.
import { createRoot } from 'react-dom/client';
import { Pane } from '../../../src/taskpane/Pane';
import { sampleHost, sampleSteps } from './samples';

const query = new URLSearchParams(location.search);
const root = document.getElementById('root');
if (!root) throw new Error('no #root');
createRoot(root).render(<Pane steps={sampleSteps} host={sampleHost(query)} />);
