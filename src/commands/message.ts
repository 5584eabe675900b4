// The page of the small window that says what a ribbon command could not do. Shows the text after its address's #, as text only.

const place = document.getElementById('message');
if (place) place.textContent = decodeURIComponent(location.hash.slice(1));
export {};
