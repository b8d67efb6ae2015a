"""What the plans of the corpus talk about: invented names, and sentences with gaps to fill.

A gap is written `{site}`, `{line}`, `{figure}`, `{percent}`, `{money}`, `{month}` or `{person}`.
"""

SUPPLIER = "Ellervik Drives"
OFFERINGS = {
    "pumps": "Moves what flows, from milk to sludge.",
    "drives": "Turns a motor as fast as the line needs, and no faster.",
    "gearboxes": "Slows down what must be strong.",
    "heat-recovery": "Takes the heat out of what leaves the plant and puts it back in.",
    "dosing": "Gives the exact drop at the exact second.",
    "level-watch": "Sees how full a tank is, and rings before it is empty.",
    "spare-parts": "Parts on the shelf of the plant, paid for when taken.",
    "field-service": "People who come at night and stay until it runs.",
    "remote-watch": "Watches bearings from our centre and calls six hours early.",
    "refit": "New drives in old machines, over one weekend.",
    "energy-audit": "Says where the power goes, machine by machine.",
    "training": "Teaches the shift what the manual does not say.",
}
OURS = (
    "Anders Holmvik", "Berit Sandnes", "Clara Winde", "Dorian Felsted", "Elif Aydemir", "Frode Langaas", "Greta Ollmann",
    "Hamza Rahimi", "Ines Carvalhal", "Jakob Teichert", "Kaja Mork", "Lorenzo Vitale", "Maren Osthoff", "Nils Bjerke",
    "Oriol Casals", "Paula Zielke", "Quentin Marsh", "Rosa Almgren", "Stellan Wik", "Tilda Varga",
)  # fmt: skip
FIRST = (
    "Agnes", "Bastian", "Cecilie", "Dimitri", "Esra", "Fabian", "Gudrun", "Henrik", "Ilse", "Jonas", "Katarina", "Leon",
    "Miriam", "Noor", "Oskar", "Petra", "Rafael", "Sunniva", "Tomasz", "Ursula", "Viktor", "Wanda", "Yusuf", "Zora",
)  # fmt: skip
LAST = (
    ("Ahlgren", "ahlgren"), ("Bäcker", "baecker"), ("Castellan", "castellan"), ("Drost", "drost"), ("Eikeland", "eikeland"),
    ("Fjällström", "fjaellstroem"), ("Grünewald", "gruenewald"), ("Hovland", "hovland"), ("Iversholt", "iversholt"),
    ("Jäger", "jaeger"), ("Kowalik", "kowalik"), ("Løvstad", "loevstad"), ("Marchetti", "marchetti"), ("Nørgaard", "noergaard"),
    ("Öztan", "oeztan"), ("Pellerin", "pellerin"), ("Quist", "quist"), ("Rasmund", "rasmund"), ("Szalai", "szalai"),
    ("Terlinden", "terlinden"), ("Uhlmann", "uhlmann"), ("Vestergard", "vestergard"), ("Wolfram", "wolfram"), ("Zandstra", "zandstra"),
)  # fmt: skip
ACCOUNTS = (
    "Alderbrook", "Birkenau", "Corvedale", "Dunmarsh", "Elmstad", "Fairholt", "Grimsvik", "Hollerau", "Ivelund", "Jarnsund",
    "Kestwick", "Lommedal", "Merevale", "Norrbeck", "Ostervang", "Pinnaker", "Quernmoor", "Ravnsborg", "Silverdal", "Thornlea",
)  # fmt: skip
TRADES = (
    ("Dairies", "dairies"), ("Breweries", "breweries"), ("Paper Mills", "paper mills"), ("Waterworks", "waterworks"),
    ("Sugar", "sugar works"), ("Cement", "cement works"), ("Cold Stores", "cold stores"), ("Glass", "glass works"),
)  # fmt: skip
SITES = (
    "Aldersund",
    "Brixholm",
    "Carrow",
    "Dalby",
    "Eastmoor",
    "Falkenau",
    "Granvik",
    "Hexley",
    "Isenberg",
    "Jolster",
)
RIVALS = ("tarrant-drives", "kolmex", "vandrel", "pumpwerk-nord", "osmora", "hydrastar")
FIRST_WORDS = (
    "quiet", "early", "second", "open", "spare", "clean", "short", "steady", "joint", "warm", "clear", "slow", "full", "dry",
    "light", "first", "late", "exact", "hidden", "shared", "cold", "narrow", "fresh", "plain", "heavy", "new", "old", "long",
)  # fmt: skip
SECOND_WORDS = (
    "line", "shift", "pump", "meter", "visit", "page", "trial", "shelf", "figure", "week", "bearing", "table", "letter",
    "tank", "audit", "night", "motor", "window", "budget", "weekend", "paper", "valve", "crew", "gauge", "list", "round",
    "start", "answer", "offer", "stop", "call", "map", "heat", "test", "price", "count", "report", "belt", "seal", "route",
)  # fmt: skip
TITLES = (
    "Chief operating officer", "Head of engineering", "Plant manager", "Maintenance lead", "Head of purchasing",
    "Category buyer, rotating equipment", "Energy manager", "Chief financial officer", "Shift supervisor", "Process engineer",
    "Head of automation", "Office of the managing director", "Safety officer", "Consulting engineer",
)  # fmt: skip

SENTENCES = {
    "stand": (
        "First for pumps in {site} and {site}, nobody elsewhere; {percent} % of their money.",
        "Strong on the floor, unknown on the fourth floor: {money} of a possible {money}.",
        "Second behind Kolmex since {month}, and closer than the figures say.",
    ),
    "because": (
        "The crews ask for us by name; purchasing still counts pieces.",
        "{person} opened {site} for us and has since been promoted away from it.",
        "We answered at night in {month} when nobody else did, and they remember it.",
    ),
    "aim": (
        "Trial on {line} agreed in writing, with their own meter on it.",
        "Half of the refits in {site} and {site} by next summer.",
        "Asked before a new line is drawn.",
        "Two voices in {site} who speak for us when we are not there.",
    ),
    "revise": (
        "The volume was set before {site} stopped a shift; service could grow instead.",
        "{money} needs two refits a year; with one we should speak of {money}.",
    ),
    "support": (
        "Opens the window for the trial, and needs our page every Monday.",
        "Answers their questions on power within two days.",
        "Takes {person} to a plant that runs on our drives, in {month}.",
    ),
    "decision": (
        "A second service van near {site} from January, {money} a year.",
        "Carry the parts for {line} on our books, {money}.",
    ),
    "why": (
        "Not the largest, but three others copy them; they measure and publish.",
        "They spend {money} a year on what we can do, a fifth of it with us.",
    ),
    "note": (
        "Budgets are made from May to September; the rest waits a year.",
        "Two suppliers for each kind of machine at most, by order of the board.",
        "Power is the only large bill that {person} can change this year.",
        "Output flat, orders smaller, changeovers up by {percent} %.",
        "The owners want {percent} % return; today it is half of that.",
        "{site} is the pattern: what works there goes to the other works within a year.",
        "Their own customers ask for a figure on carbon with every pallet.",
        "Permits in {site} end in two years, and the county reads every page.",
        "Nobody has told them what an hour costs. We have: {money}.",
        "Rivals buy plants; they want to get more out of the ones they have.",
        "Young people refuse the nights, the old ones retire by {month}.",
        "One bad summer, and {person} has to explain it to the family.",
    ),
    "objective-theirs": ("Return on capital of {percent} %.", "No hour lost to water.", "First choice of the five largest buyers."),
    "factor": (
        "Unplanned stops on {line} from {figure} to {figure} hours a month.",
        "Power for a tonne down by {percent} %, proved by meter.",
        "Changeover in {site} under {figure} minutes on every shift.",
        "No complaint from the county about the water of {site}.",
        "New line in {site} at full speed before {month}.",
    ),
    "measured": ("Weekly stop list, read aloud on Monday", "Meter on each motor above 30 kW", "Quarterly figure to the board ({figure})"),
    "obstacle-theirs": ("Nothing above {money} may be bought before {month}.", "Half of the shift has been there for less than a year."),
    "help-theirs": ("A loan of {money} that gets cheaper with every kilowatt hour saved.", "Six young engineers, hungry for data."),
    "challenge": (
        "Bearings on {line} fail every {figure} weeks, always on a Friday.",
        "{site} throws away {percent} % of its heat and buys steam for {money} a year.",
        "Dosing drifts: {figure} batches sold as second quality since {month}.",
        "The drawings of {site} are wrong, and only {person} knows where.",
    ),
    "reason": (
        "Their largest buyer fines late lorries from {month}.",
        "Each stopped hour costs {money}; there were {figure} of them last year.",
        "The permit must be renewed by {month}, and the county wants a figure.",
        "The old drives have had no parts since {month}.",
    ),
    "plan-theirs": ("Three works on one control room.", "Steam out of {site} altogether.", "From {figure} suppliers to twelve."),
    "project-theirs": ("New filling hall in {site}.", "Second water loop, built while the first one runs.", "{figure} motors above 30 kW replaced."),
    "fit": (
        "Keeps {line} running when the crew is small.",
        "Tells them on Thursday what would have failed on Friday.",
        "Pays for itself within {figure} months at their price of power.",
        "The first thing of ours that their own engineers chose.",
    ),
    "criterion": ("Hours between two stops", "Euros a running hour, power included", "Minutes until somebody answers at night", "People who know the plant", "Parts in the country"),
    "idea": ("A dosing head that cleans itself, tried on {line}.", "One page that shows power and stops together, drawn by both."),
    "invest": ("Two engineers for {figure} weeks", "A test bay and their night shift", "{money} and the meters", "Nine years of stop lists"),
    "gain": ("The right to sell it after a year", "A year alone with it", "A reference that can be visited", "A figure for the board"),
    "business": ("{line} at plan before {month}.", "Fewer names on the supplier list.", "A budget that holds until the end of the year."),
    "personal": ("Wants {site} next, and needs one clean year for it.", "Tired of being called at night.", "Came from a rival with a promise to keep."),
    "recognised": ("The chief executive", "The crews of {site}", "{person}", "Colleagues in the trade"),
    "measured-by": ("Stops, hours, complaints", "Savings against last year", "Days without an accident"),
    "favourable": ("Yes, if the crew measures it.", "Not yet; wants to see a summer first.", "Yes, in the corridor."),
    "needs": ("Certainty, weekly.", "Somebody who says early when it will be late.", "One name and a telephone number."),
    "kept": ("Two suppliers who blamed each other.", "Our late parts two years ago.", "Nobody had asked before {month}."),
    "help-them": ("A stop list signed by both shifts.", "Say it first when we are late.", "A drive on loan for one summer."),
    "topic": ("Stops and parts", "Power", "New line", "Prices of next year", "The trial", "People and training"),
    "influence": ("What the shifts can handle", "Which plant goes first", "Whom to trust at night", "What a stop may cost"),
    "point": ("Price of a spare drive in January", "Explaining our delays to their own boss", "A quiet summer", "Who gets the blame if it stops", "Credit in front of the board"),
    "assessment": ("Stronger than price.", "Our best card.", "We have said too little about it."),
    "driver": ("Few makers", "Dear to enter", "One buyer in three", "Permits", "Power", "Old plants", "Long contracts"),
    "joined": ("Our shelf in their store, counted by both", "Their screens show our bearings", "One school for both crews"),
    "step": ("Stop list on the table", "Our figures in their draft", "Visit before the offer", "Page read aloud after a month"),
    "interface": ("Mixed deliveries in {site}.", "Our drawings and theirs do not match.", "Orders come by three ways."),
    "advantage": (
        "Somebody on the telephone within {figure} minutes on {figure} of {figure} nights last year.",
        "{percent} % less power on four lines, by their own meters.",
        "Parts for {line} within the same shift, {figure} times out of {figure}.",
        "Our refit in {site} took one weekend, the rival's three weeks.",
        "Six hours of warning before {figure} of the last {figure} bearing failures.",
    ),
    "strength": ("Cheapest by the piece", "A depot near {site}", "Knows {person} since school", "Own control systems"),
    "weakness": ("Nobody comes at night", "Parts take four days", "A new face at each visit"),
    "rival": ("Win purchasing with one price for all works.", "Wait for our first bad summer.", "Bundle drives with the control room."),
    "swot": ("The crews of three works ask for us by name.", "Nobody of ours has met the owners.", "Old drives lose their parts next {month}.", "Kolmex rents a hall near {site}."),
    "moment": ("{site}, a Sunday in {month}: running again before the bread was out.", "{site}: a crew of nine waited for one seal."),
    "objective": ("Yearly sales of drives and refits", "Yearly service sales in {site}", "Yearly sales of heat recovery, where we had none", "Yearly sales of parts"),
    "people": ("{person} asks for us aloud", "Somebody in finance who counts hours and not pieces"),
    "strategy": ("Sell the hour that does not stop, never the piece.", "Two voices in each works before winter.", "Be nearer than the depot of Kolmex.", "Prove it in {site}, then carry the page from works to works."),
    "tactic": ("Meters on", "First page read aloud", "Weekend in {site}", "Offer for the second works", "Shelf filled"),
    "opportunity": ("Refit of {figure} motors in {site}.", "Heat back into the process in {site}.", "Three years of service for all works.", "Watch on {figure} bearings."),
    "project-goal": ("One order for both halls", "Their meter, our page, one figure", "Start before {month}"),
    "obstacle": ("The window for the trial moves again", "Purchasing splits the order", "{person} calls it a bet"),
    "answer": ("A second window is booked for {month}.", "The page from {site}, with their own figures.", "A cap, in writing."),
    "frame": ("They do not know our crew's plans, we do not know what Kolmex asks.", "They do not know what {site} pays."),
    "we-can": ("hold the price until next winter", "leave the test drive where it is", "send the night crew for a month"),
    "if-you-can": ("give us both halls", "let us read the stop list", "decide before {month}"),
    "activity": (
        "Meters on the five largest motors of {line}, read together",
        "Stop list of {site} gone through with both shifts",
        "{person} sees a plant that runs on our drives",
        "Offer for {site}, with what a stop costs on page one",
        "Shelf in {site} filled and counted by both",
        "Two days of training for the night crew of {line}",
        "Drawings of {line} mended, one copy for each side",
    ),
    "result": ("Two of five motors were twice too large; they laughed, and ordered.", "Signed the same week.", "They want the same in {site}.", "Half of the list was ours to mend. Mended."),
    "settled": ("Told us so in {month}.", "Read it aloud with {person}.", "Not a word of it since {month}."),
    "message": (
        "You lost {figure} hours on {line}; {figure} of them have one cause.",
        "Six hours before it stops, somebody calls you.",
        "What you asked, what we answered, what we still owe.",
        "Your meter says {percent} %. We would not have dared to promise it.",
        "One weekend, or we pay the second one.",
    ),
    "replied": ("She asked for the figures of {site}.", "Passed on to the board.", "No answer yet; he kept the page."),
    "expectation": ("No change of faces before summer.", "A date on every part, and a call when it slips.", "One engineer who answers."),
    "concern": ("What if your crew is ill in {month}?", "Once we have signed we get a call centre.", "Who tells me when you are wrong?"),
    "alarm": ("Two visits moved within a week.", "The old story of our late parts, told again.", "The stop list comes without names since {month}."),
    "treatment": ("A visit without an offer.", "Ask {person} first, then speak.", "Come with the figures, and nothing else."),
    "meeting": ("Page of the quarter, read together.", "Window for the trial.", "Prices of next year."),
    "meeting-goal": ("A date in writing", "Hear what the board asked", "The second works named"),
    "agenda": ("Your aims, what changed", "What we promised and what came", "The stop list", "Next steps"),
    "ask": ("What would you have to see to stop the trial?", "Who will be asked about us when we have left?", "What does a quiet summer mean for you?"),
    "learn": ("Her limit, before we reach it.", "Whether hours count in his bonus.", "Who decides on the second works."),
    "resource": ("Half a service engineer in {site}", "Parts for {line} on our books", "A test drive for one summer"),
    "instead": ("The next best account needs the same engineer for less margin.", "Nobody else measures what we save."),
    "comment": ("gone through with the whole team", "from the CRM, not yet looked at with the customer", "order as they told it", "see the visit report before you change this"),
}  # fmt: skip
"""Sentences by what they are for."""
