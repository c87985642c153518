"""The commonest little words of Banglish and of English, enough to tell one from the other.

Words that stand in both are in neither.
"""

_BANGLISH = """
ami amar amake amra amader amay tumi tomar tomake tomra tomader tui tor toke tora toder apni apnar apnake apnara
apnader se tar tara tader ora oder oi ei eta ota seta eita oita egulo ogulo jeta ki keno kemon kivabe kothay kobe
koto kon konta ke kar kake keu kichu kisu sob shob sobai sobar shobai ekta akta ekti ekjon akjon dui onek khub khubi
besi beshi kom valo bhalo vlo kharap kintu ba othoba tobe tahole jodi karon jonno jonne theke theka diye niye nie
sathe shathe moto moton por pore agey ekhon akhon tokhon jokhon ajke aj kalke abar aro ashole asole hoy hoi hoye hoe
hoyse hoise hobe hbe hoitese hocche hosse holo hole chilo silo chilam ache ase achi asi achen asen nai nei na ni nah
haa hae thik accha acha kore kori koro koren korbe korbo korben korte korse korsi korche korlam korlo korle kora
koira jay jai jao jabe jabo jacche gese gelo geche dey dei dao dibe dibo dilo diche dise nin nao bole boli bolo
bolen bolbe bolte bolse bolche kotha dekhe dekhi dekho dekhen dekhte dekhlam manus manush lok lokjon vai bhai vaia
bhaiya apu baba chele meye desh desher bangla bangali bangladesher sorkar shorkar somoy shomoy kaj kaje khabar taka
bari ghor mone ta to te er der hain jeno jemon temon emon omon eto oto toto jara jader jar jake kothao shudhu sudhu
matro ektu aktu valobasi lage laglo lagbe lagse chai chay cai parbe parbo pari paro paren parena parina asbe asbo
aslo eshe ese theko thako thake thakbe thakbo hoito hoyto mane bujhi bujhe bujho naki dada didi kaku mama vabi bhabi
apa allah amin insallah mashallah dhonnobad dhonnobaad shuvo suvo eid mubarak kemne emne onno arek duita tinta ekbar
sobsomoy prothom shesh ses notun purono boro choto sundor shundor mithya sotti shotti jonogon nirbachon nouka joy
"""

_ENGLISH = """
the is was were been being of and that have has had having it its for not on with she they them his their you your
yours we our this these those but from will would there what which who whom when where why how all any some if out
up about get can could may might should must does did done just like time know people into year years good see other
than then now only also back after use work first well even new want because give most day by my him more very
please thank thanks every here over before under again always never between against through office meeting today
notice public government school college student students teacher service information contact date held said says say
make made taken come came going went let one many much such same both few each while during
"""

BANGLISH = frozenset(_BANGLISH.split())
ENGLISH = frozenset(_ENGLISH.split())
